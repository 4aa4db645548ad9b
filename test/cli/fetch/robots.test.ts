import { describe, expect, it } from 'vitest';
import { robotsOf } from '../../../src/cli/fetch/robots.js';

const allows = (text: string, path: string): boolean => robotsOf(text, 'nianbao').allows(path);

describe('robots.txt', () => {
  it('that says nothing allows everything', () => {
    expect(allows('', '/a')).toBe(true);
    expect(allows('User-agent: *\nDisallow:', '/a')).toBe(true);
    expect(allows('<p>not found</p>', '/a')).toBe(true);
  });

  it('speaks to a program by its name, else to all', () => {
    const text =
      'User-agent: *\nDisallow: /\n\nUser-agent: other\nUser-agent: NianBao\nDisallow: /x';
    expect(allows(text, '/a')).toBe(true);
    expect(allows(text, '/x/1')).toBe(false);
    expect(robotsOf(text, 'unknown').allows('/a')).toBe(false);
  });

  it('is decided by the longest rule, and of two as long by the one that allows', () => {
    const text = 'User-agent: *\nDisallow: /a\nAllow: /a/b\nDisallow: /c\nAllow: /c';
    expect(['/a', '/a/c', '/a/b/1', '/c'].map((p) => allows(text, p))).toEqual([
      false,
      false,
      true,
      true,
    ]);
  });

  it.each([
    ['/*.pdf$', '/a/b.pdf', false],
    ['/*.pdf$', '/a/b.pdf?x', true],
    ['/*?', '/a?b', false],
    ['/a*b*c', '/axxbyyc', false],
    ['/a*b*c', '/axxcyyb', true],
    ['/公开', '/%E5%85%AC%E5%BC%80/1', false],
    ['/%e5%85%ac', '/公开', false],
    ['*', '/a', false],
    ['/a$', '/a', false],
    ['/a$', '/ab', true],
    ['/aa*a$', '/aa', true],
  ])('Disallow: %s and %s: %s', (rule, path, allowed) =>
    expect(allows(`User-agent: *\nDisallow: ${rule}`, path)).toBe(allowed),
  );

  it('may ask for a pause, within reason', () => {
    const delay = (text: string): number => robotsOf(`User-agent: *\n${text}`, 'nianbao').delay;
    expect(delay('Crawl-delay: 5 # please')).toBe(5);
    expect(delay('Crawl-delay: 99999')).toBe(60);
    expect(delay('Crawl-delay: soon')).toBe(0);
  });

  it('costs no time, whatever its rules', () => {
    const rule = `/${'a*'.repeat(2_000)}b$`;
    const started = performance.now();
    allows(`User-agent: *\nDisallow: ${rule}`, `/${'a'.repeat(50_000)}`);
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});
