/** robots.txt (RFC 9309): what a site asks programs not to fetch, and how long to wait between two pages. */

interface Rule {
  allows: boolean;
  path: string;
}

export interface Robots {
  /** @param path path and query of an address */
  allows: (path: string) => boolean;
  /** Seconds that the site asks to leave between two requests; 0 where it asks nothing. */
  delay: number;
}

export const allowAll: Robots = { allows: () => true, delay: 0 };
export const allowNone: Robots = { allows: () => false, delay: 0 };

const MOST_LINES = 5_000;
const LONGEST_DELAY = 60;

interface Group {
  agents: string[];
  rules: Rule[];
  delay: number;
}

const groupsOf = (text: string): Group[] => {
  const groups: Group[] = [];
  let open = false;
  for (const line of text.split(/\r\n?|\n/).slice(0, MOST_LINES)) {
    const match = /^\s*([A-Za-z-]+)\s*:\s*([^#]*)/.exec(line);
    const [, key = '', raw = ''] = match ?? [];
    const value = raw.trim();
    const field = key.toLowerCase();
    if (field === 'user-agent') {
      if (!open) groups.push({ agents: [], rules: [], delay: 0 });
      groups.at(-1)?.agents.push(value.toLowerCase());
      open = true;
    } else if (field === 'allow' || field === 'disallow') {
      open = false;
      if (value !== '') groups.at(-1)?.rules.push({ allows: field === 'allow', path: value });
    } else if (field === 'crawl-delay') {
      open = false;
      const group = groups.at(-1);
      const seconds = Number(value);
      if (group && seconds > 0) group.delay = Math.min(seconds, LONGEST_DELAY);
    }
  }
  return groups;
};

/** What the text says to a program of this name; the groups for it, else those for all. */
export const robotsOf = (text: string, agent: string): Robots => {
  const groups = groupsOf(text);
  const named = groups.filter((g) => g.agents.includes(agent.toLowerCase()));
  const own = named.length > 0 ? named : groups.filter((g) => g.agents.includes('*'));
  const rules = own.flatMap((g) => g.rules);
  return {
    allows: (path) => path === '/robots.txt' || decided(rules, path),
    delay: Math.max(0, ...own.map((g) => g.delay)),
  };
};

/** The longest rule that matches decides; of two as long the one that allows. */
const decided = (rules: readonly Rule[], path: string): boolean => {
  let best: Rule | null = null;
  for (const rule of rules) {
    if (!matches(encoded(rule.path), encoded(path))) continue;
    const longer = best === null || rule.path.length > best.path.length;
    if (longer || (rule.path.length === best?.path.length && rule.allows)) best = rule;
  }
  return best?.allows ?? true;
};

/** The same spelling for both sides: 公开 and %E5%85%AC%E5%BC%80. */
const encoded = (path: string): string =>
  path
    .replace(/[^\x21-\x7e]+/g, (text) => encodeURIComponent(text))
    .replace(/%[0-9a-f]{2}/gi, (code) => code.toUpperCase());

/** `*` stands for anything, `$` at the end for the end; without a regular expression, so that no rule can be slow. */
const matches = (rule: string, path: string): boolean => {
  const toEnd = rule.endsWith('$');
  const parts = (toEnd ? rule.slice(0, -1) : rule).split('*');
  const [first = '', ...rest] = parts;
  if (!path.startsWith(first)) return false;
  let at = first.length;
  for (const [i, part] of rest.entries()) {
    const last = i === rest.length - 1;
    const found = last && toEnd ? path.length - part.length : path.indexOf(part, at);
    if (found < at || !path.startsWith(part, found)) return false;
    at = found + part.length;
  }
  return !toEnd || at === path.length;
};
