// What everyone who shows or counts a state tells of the cases of tests/standing.yml on a day: each case by its id.
async ([cases, day]) => {
  const root = new URL(".", document.baseURI).href;
  const load = (path) => import(`${root}assets/javascripts/${path}`);
  const told = ({ phase, words, over, soon }) => [phase, words, over, soon];
  const shown = (tag) => [tag.dataset.phase, tag.textContent, tag.matches("[data-soon]")];
  const byId = (pairs) => Object.fromEntries(pairs);
  // What is loaded for one day serves the others.
  const once = (name, make) => ((globalThis.loaded ??= {})[name] ??= make());

  const pages = () => Promise.all(cases.map(async ({ id }) => {
    const answer = await fetch(`${root}chuong-trinh/${id}/`);
    return [id, new DOMParser().parseFromString(await answer.text(), "text/html")];
  }));

  // The tags of all pages, put into one page, where the script of every page finds them.
  async function onPages() {
    const place = document.createElement("div");
    document.body.append(place);
    const parsed = new Map(await once("pages", pages));
    for (const { id, hasClass } of cases) {
      const tag = parsed.get(id).querySelector(hasClass ? "tr[id] .state" : "h1 + .tags .state");
      if (tag) place.append(Object.assign(document.importNode(tag, true), { id }));
    }
    const read = () => byId([...place.children].map((tag) => [tag.id, shown(tag)]));
    const always = read();
    document.dispatchEvent(new Event("visibilitychange"));
    await load(`common/states.js?${day}`);
    const states = read();
    place.remove();
    return { always, states };
  }

  function openSearch(openSession) {
    return new Promise((resolve, reject) => {
      let labels = {};
      const ask = openSession(root + document.documentElement.dataset.search, (message) => {
        labels = message.labels ?? labels;
        if (message.failed) reject(new Error(message.failed));
        if (message.stage === "details") resolve({ ask, labels });
      });
    });
  }

  async function inSearch() {
    const { openSession } = await load("search/engine/session.js");
    const { STATES } = await load("search/engine/classes.js");
    const { resultItem } = await load("search/page/results.js");
    const { csvOf } = await load("search/page/csv.js");
    const { ask, labels } = await once("search", () => openSearch(openSession));
    const find = (filters) => ask("", { today: day, limit: 1000, filters }).results;
    const all = find({});
    const text = csvOf(all, { root, labels, today: day, usual: "", notice: "", amounts: [], address: "", leftOut: "" });
    const [heads, ...lines] = text.split("\r\n").map((line) => line.split('","'));
    const place = heads.indexOf("Tình trạng");
    const byState = STATES.map((state) => [state, new Set(find({ state: [state] }).map(({ id }) => id))]);
    return {
      results: byId(all.map((result) => [result.id, drawn(resultItem(result, { root, labels, today: day, usual: "" }))])),
      table: byId(all.map(({ id }, at) => [id, lines[at][place]])),
      filter: byId(all.map(({ id }) => [id, byState.filter(([, ids]) => ids.has(id)).map(([state]) => state)])),
    };
  }

  function drawn(item) {
    const tag = item.querySelector(":scope > .tags .state");
    return [...(tag ? shown(tag) : ["", "", false]), item.className === "past"];
  }

  async function inQuestionnaire() {
    const { judge } = await load("eligibility/verdict.js");
    const { openData } = await load("eligibility/data.js");
    const form = await (await fetch(`${root}tim-lop/`)).text();
    const { data, add } = await openData(root + /data-source="\.\.\/([^"]+)"/.exec(form)[1]);
    await add(data.audiences.flatMap(({ groups }) => groups));
    const { unknown } = judge({ ...data, programs: data.programs.values() }, {}, day);
    return {
      "questionnaire of classes": byId(unknown.map((entry) =>
        [entry.program.id, [entry.coming.map(({ standing }) => told(standing)), entry.ended === 1, entry.over]])),
      "questionnaire of programmes": byId(unknown.map(({ program, state, over }) => [program.id, [told(state), over]])),
    };
  }

  async function inList() {
    const { openPrograms } = await load("my-list/programs.js");
    const { itemOf } = await load("my-list/items.js");
    const programOf = once("programs", () => openPrograms(`${root}chuong-trinh/`));
    const [own, records] = [[], []];
    for (const { id, hasClass } of cases) {
      const { program } = await programOf(id);
      own.push([id, told(itemOf(hasClass ? `${id}_lop-1` : id, program, day).standing)]);
      records.push([id, told(itemOf(id, program, day).standing)]);
    }
    return { list: byId(own), "list of records": byId(records) };
  }

  return { ...(await onPages()), ...(await inSearch()), ...(await inQuestionnaire()), ...(await inList()) };
}
