"""Why each kind of thing is kept, in the words of the letter to the person it is about."""

WAAROM: dict[str, str] = {
    "deelnemer": "Om te weten wie je bent en welke opleiding bij je past.",
    "deelnemer_taal": "Om met je te spreken en te schrijven in een taal die je begrijpt.",
    "verblijf": "Om je te vinden in deze gevangenis, en om te weten wanneer je vertrok.",
    "statuut": "Het statuut bepaalt hoe vaak we je opvolgen.",
    "ondersteuning": "Om te weten wat jou helpt bij het leren. Een diagnose bewaren we niet.",
    "vrijlatingspunt": "Om niets te vergeten voor je vrijkomt.",
    "nazorgmoment": "Om na je vrijlating te horen hoe het met je leren of werken gaat.",
    "begeleiding": "Om je te begeleiden bij wat je wil leren.",
    "faseovergang": "Om te zien hoever je begeleiding staat.",
    "leerdoel": "Om samen naar je doelen te werken.",
    "actie": "Om op te volgen wat jij doet en wat wij doen.",
    "opschorting": "Om te weten waarom het even niet kon.",
    "stopzetting": "Om te weten waarom je begeleiding stopte.",
    "begeleiding_drempel": "Om te zien wat het leren moeilijk maakt, en daar iets aan te doen.",
    "opvolgmoment": "Om je op tijd weer te spreken.",
    "informatievraag": "Om je vraag te beantwoorden, en het antwoord later terug te vinden.",
    "contactmoment": "Om te onthouden wat we met jou bespraken en afspraken.",
    "taak": "Om niets te vergeten van wat we je beloofden.",
    "doorverwijzing": "Om je bij een partner te brengen die je verder helpt.",
    "doorverwijzingstand": "Om te weten of die partner je kon helpen.",
    "toestemming": "Om te weten met wie we over jou mogen spreken, en met wie niet.",
    "correctie": "Om te kunnen tonen wat er vroeger stond.",
    "bekeken": "Om een medewerker snel naar je dossier terug te brengen.",
}
"""One sentence for every table that holds something about a deelnemer."""
