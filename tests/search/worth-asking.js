// What is asked of some persons, and what each of all answers would change for them, tried one by one.
async ([data, persons, today]) => {
  const { worthAsking } = await import("/eligibility/questions.js");
  const { judge } = await import("/eligibility/verdict.js");
  const codes = (name) => Object.keys(data.labels[name]);
  const words = Object.values(data.groups)
    .flatMap(({ job = [], positions = [], title }) => [...job, ...positions, title]);
  const terms = Object.values(data.groups).flatMap(({ term }) => term ?? []);
  const answersTo = {
    service: codes("service"), level: codes("level"), block: codes("block"), rank: codes("rank"), job: words,
    position: words, planned: [true, false], planned_position: words, term: terms,
  };
  const typed = new Set(["job", "position", "planned_position"]);
  const choices = new Map(Object.entries(answersTo).map(([name, all]) => [name, typed.has(name) ? null : new Set(all)]));
  const listsOf = (person) => {
    const lists = judge(data, person, today);
    return {
      told: JSON.stringify(Object.values(lists).map((list) => list.map(({ program }) => program.id).sort())),
      unknown: lists.unknown.map(({ program }) => program.id),
    };
  };
  return persons.map((person) => {
    const now = listsOf(person);
    const open = Object.keys(answersTo).filter((name) => !(name in person))
      .filter((name) => person.planned || !["planned_position", "term"].includes(name));
    const then = open.map((name) => [name, answersTo[name].map((answer) => listsOf({ ...person, [name]: answer }))]);
    const { asked, deciding } = worthAsking(data, person, choices);
    const decidedBy = ({ unknown }) => now.unknown.filter((id) => !unknown.includes(id)).length;
    return {
      asked: [...asked].sort(),
      changing: then.filter(([, all]) => all.some(({ told }) => told !== now.told)).map(([name]) => name).sort(),
      deciding, decided: Object.fromEntries(then.map(([name, all]) => [name, all.map(decidedBy)])),
    };
  });
}
