/** Answers of a pure function of a text, remembered up to a number of texts: cells repeat from report to report. */
export function memo<T>(answer: (text: string) => T, most = 20_000): (text: string) => T {
  let known = new Map<string, T>();
  return (text) => {
    const there = known.get(text);
    if (there !== undefined) return there;
    const made = answer(text);
    if (known.size >= most) known = new Map();
    // A long text is a rare one.
    if (text.length <= 200) known.set(text, made);
    return made;
  };
}
