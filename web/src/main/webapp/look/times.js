// Times stand in the page in UTC; here they are said in the browser's own zone.
const said = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "medium", timeStyle: "short", numberingSystem: "latn" });

for (const time of document.querySelectorAll("time[datetime]")) time.textContent = said.format(new Date(time.dateTime));
