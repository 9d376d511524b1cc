// Random persons before all groups: what is told of a contradiction between a verdict, the conditions that it names and
// what comes of changing the answers to them. The first few contradictions, each in a sentence.
async ([first, count, seed]) => {
  const { judging } = await import("/eligibility/verdict.js");
  const { FIELDS, neededIn, reasonOf } = await import("/eligibility/reasons.js");
  const { personOf } = await import("/eligibility/answers.js");
  const groups = Object.entries(first.groups);
  const codes = (name) => Object.keys(first.labels[name]);
  const all = (of) => [...new Set(groups.flatMap(([, group]) => of(group) ?? []))];
  const [jobs, positions] = [all(({ job }) => job), all((group) => group.positions)];
  const typed = ["phó bí thư đảng ủy phường", "pho bi thu", "nhà báo", "Bí thư huyện ủy", "chủ tịch", "*", "phó phường",
    "chủ tịch xã", "tôi là PBT đảng ủy phường", "gv"];
  const answersTo = {
    service: codes("service"), level: codes("level"), block: codes("block"), rank: codes("rank"),
    job: [...jobs, ...typed], position: [...positions, ...typed], planned: ["true", "true", "false"],
    planned_position: [...positions, ...typed], term: all(({ term }) => (term ? [term] : [])),
  };

  let state = seed;
  // Park and Miller's numbers: the same persons wherever they are asked for.
  const chance = () => (state = (state * 48271) % 2147483647) / 2147483647;
  const pick = (list) => list[Math.floor(chance() * list.length)];
  const someone = () => personOf(new Map(Object.entries(answersTo).filter(([, list]) => list.length > 0 && chance() < 0.6)
    .map(([name, list]) => [name, pick(list)])));

  const asAnswer = ({ field, needed }) => (field === "planned" ? true : needed[0]);
  const changed = (person, matches) => {
    return { ...person, ...Object.fromEntries(matches.map((match) => [match.field, asAnswer(match)])) };
  };
  const verdictOn = (id, person) => judging(first, person)(id).verdict;
  const of = (matches, ...outcomes) => matches.filter(({ outcome }) => outcomes.includes(outcome));

  function* contradictions(id, person, judged) {
    const { verdict, group, matches, within, isNamed } = judged;
    const against = of(matches, "against");
    const open = of(matches, "unanswered", "strange");
    const reason = reasonOf({ ...judged, labels: first.labels });
    if ((verdict === "never") !== against.length > 0) yield "never without a condition against, or the other way round";
    if (verdict === "never") {
      if (verdictOn(id, changed(person, against)) === "never") yield "all that is named is changed, and still never";
      for (const left of against) {
        const others = against.filter((each) => each !== left);
        if (verdictOn(id, changed(person, others)) !== "never") yield `${left.field} is named and does not bind`;
        if (!reason.includes(`${FIELDS[left.field]} phải là ${neededIn(left, first.labels)}`)) yield `${left.field} is not told`;
      }
    }
    if (verdict === "right") {
      if (!group.exhaustive || of(matches, "met").length < matches.length) yield "right, though not all is met";
      for (const { field } of matches) {
        const { [field]: _, ...rest } = person;
        const without = judging(first, rest)(id);
        const isFollowing = without.matches.some((match) => match.field === field && match.follows);
        if (without.verdict === "right" && !isFollowing) yield `right without ${field}`;
      }
    }
    if (verdict === "unknown") {
      // What followed from the post stays said when the post is told otherwise.
      const followed = Object.fromEntries(matches.filter(({ follows }) => follows).map((each) => [each.field, each.answer]));
      const said = { ...followed, ...person };
      const then = verdictOn(id, changed(said, open));
      const isClosed = matches.length > 0 && of(matches, "unasked").length === 0;
      const complete = changed(said, [...open, ...of(matches, "near", "apart")]);
      if (then === "never") yield "answering what is open makes it never";
      if (isClosed && then === "unknown") yield "all that is open is answered, and still unknown";
      if (isClosed && group.exhaustive && verdictOn(id, complete) !== "right") yield "all is answered, and not right";
    }
    if (verdict === "perhaps" && !within && (open.length > 0 || of(matches, "unasked").length > 0)) {
      const holdsPost = of(matches, "met").some(({ field }) => field === "position");
      if (!isNamed && !holdsPost) yield "perhaps, though something is open";
      const { position, job, ...rest } = person;
      const without = judging(first, rest)(id);
      if (without.verdict !== "unknown" && !without.within) yield "perhaps, whatever the post is";
    }
    if (/undefined|null|  |«»/.test(reason)) yield `a broken reason: ${reason}`;
  }

  const found = [];
  const seen = { right: 0, perhaps: 0, unknown: 0, never: 0 };
  for (let turn = 0; turn < count && found.length < 5; turn += 1) {
    const person = someone();
    const judge = judging(first, person);
    const [id] = pick(groups);
    const ids = count > 1000 ? [id] : groups.map(([each]) => each);
    for (const each of ids) {
      const judged = judge(each);
      seen[judged.verdict] += 1;
      for (const said of contradictions(each, person, judged)) found.push(`${each}, ${JSON.stringify(person)}: ${said}`);
    }
  }
  return { found, seen };
}
