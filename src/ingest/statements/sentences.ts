/** Where each sentence of plain text begins and ends, its full stop included. */
export function sentencesOf(text: string): { from: number; to: number }[] {
  const sentences: { from: number; to: number }[] = [];
  let from = 0;
  for (const { index } of text.matchAll(/[。!?\n]+|$/g)) {
    const to = index + (/^[。!?\n]+/.exec(text.slice(index))?.[0].length ?? 0);
    if (text.slice(from, to).trim() !== '') sentences.push({ from, to });
    from = to;
  }
  return sentences;
}
