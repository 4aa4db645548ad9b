import { describe, expect, it } from 'vitest';
import { IngestError } from '../../src/ingest/ingest-error.js';
import { ingest } from '../../src/ingest/ingest.js';
import { reportPage } from '../support/report-page.js';

const page = (body: string, head = ''): Buffer =>
  Buffer.from(`<!DOCTYPE html><html><head>${head}</head><body>${body}</body></html>`);

/** Why a paper is refused; null where it is read. */
async function refusal(bytes: Buffer): Promise<IngestError | null> {
  try {
    await ingest(bytes, 'a.html');
    return null;
  } catch (error) {
    if (error instanceof IngestError) return error;
    throw error;
  }
}
const blank = (): string => '';
const PROSE = '本机关认真贯彻落实政府信息公开条例，不断加大公开力度，取得了一定成效。'.repeat(8);

describe('papers that are no annual report', () => {
  const titled = (title: string, body = `<p>${PROSE}</p>`): Buffer =>
    page(`<h1>${title}</h1>${body}`);

  it.each([
    ['海澜市人民政府办公室关于做好2025年政府信息公开工作年度报告编制和发布工作的通知', /notice/],
    ['关于报送2024年度政府信息公开工作年度报告的通知', /notice/],
    ['关于开展2024年政府信息公开工作年度报告核查的通报', /notice/],
    [
      '海澜市发展和改革委员会关于报送《海澜市发展和改革委员会2020年政府信息公开工作年度报告》的函',
      /about a report|notice/,
    ],
    ['海澜市2024年政府信息公开工作年度报告解读', /interpretation/],
    ['文字解读：关于海澜市水利局2023年政府信息公开工作年度报告的解读', /interpretation/],
    ['一图读懂海澜市2024年政府信息公开工作年度报告', /interpretation/],
    ['海澜市水利局2024年上半年政府信息公开工作情况报告', /part of a year/],
    ['海澜市水利局2024年第三季度政府信息公开情况统计表', /part of a year/],
    ['2024年海澜市政府工作报告', /another subject/],
    ['海澜市水利局2024年法治政府建设年度报告', /another subject/],
    ['海澜市水利局2023年度部门决算公开说明', /about a report|another subject/],
    ['海澜市水利局政府信息公开指南', /about a report|another subject/],
    ['海澜大学2022-2023学年信息公开工作年度报告', /school/],
  ])('%s', async (title, why) => {
    expect(await refusal(titled(title))).toMatchObject({
      code: 'NOT_A_REPORT',
      message: expect.stringMatching(why),
    });
  });

  it('figures of half a year, in whatever tables', async () => {
    const half = reportPage({
      title: '海澜市水利局2024年政府信息公开工作报告',
      preamble: '统计期限自2024年1月1日起至2024年6月30日止。',
    });
    expect(await refusal(Buffer.from(half))).toMatchObject({ code: 'NOT_A_REPORT' });
    const titledHalf = reportPage({ title: '海澜市水利局2024年上半年政府信息公开工作报告' });
    expect(await refusal(Buffer.from(titledHalf))).toMatchObject({ code: 'NOT_A_REPORT' });
  });

  it('the blank form', async () => {
    const preamble = '';
    for (const title of [
      '政府信息公开工作年度报告',
      '××局20××年政府信息公开工作年度报告',
      '（单位名称）2024年政府信息公开工作年度报告',
      '____年政府信息公开工作年度报告',
    ]) {
      const bytes = Buffer.from(reportPage({ title, preamble, value: blank }));
      expect(await refusal(bytes), title).toMatchObject({
        code: 'NOT_A_REPORT',
        message: expect.stringMatching(/blank form/),
      });
    }
  });

  it('the notice that the blank form is attached to', async () => {
    const title = '关于做好2024年政府信息公开工作年度报告编制工作的通知';
    const bytes = Buffer.from(reportPage({ title, value: blank, preamble: '附件：报告格式' }));
    expect(await refusal(bytes)).toMatchObject({ code: 'NOT_A_REPORT' });
  });

  it('the form as it is issued', async () => {
    const text =
      '<p>当前位置:首页 > 机制 >文章详情</p><p>海澜市政务公开办公室 关于印发《海澜市政府信息公开工作 年度报告格式》的通知</p><p>各县区：</p><p>海澜市</p><p>政府信息公开工作年度报告格式</p><p>一、报告内容</p><p>(一)总体情况。</p><p>这一项报告总体情况。</p>';
    expect(await refusal(page(text + reportPage({ title: '', value: blank })))).toMatchObject({
      code: 'NOT_A_REPORT',
    });
    expect(await refusal(page(text))).toMatchObject({ code: 'NOT_A_REPORT' });
  });

  it('a page that lists reports, with their links', async () => {
    const links = [2021, 2022, 2023, 2024]
      .map(
        (y) =>
          `<li><a href="/${y}.html">海澜市水利局${y}年政府信息公开工作年度报告</a> ${y + 1}-01-20</li>`,
      )
      .join('');
    const error = await refusal(page(`<h2>政府信息公开年报</h2><ul>${links}</ul>`));
    expect(error?.message).toMatch(/list of reports/);
    expect(error?.links).toHaveLength(4);
    expect(error?.links[0]?.href).toBe('/2021.html');
  });

  it('a page whose report is only attached, with its link', async () => {
    const error = await refusal(
      page(
        '<h1>海澜市水利局2024年政府信息公开工作年度报告</h1><p>发布日期：2025-01-20</p><p>附件：<a href="/f/1.pdf">海澜市水利局2024年度报告.pdf</a></p>',
      ),
    );
    expect(error).toMatchObject({
      code: 'NOT_A_REPORT',
      links: [{ text: '海澜市水利局2024年度报告.pdf', href: '/f/1.pdf' }],
    });
    expect(error?.message).toMatch(/attached/);
  });

  it('a page of nothing but navigation', async () => {
    expect(await refusal(page('<ul class="nav"><li>首页</li></ul>'))).toMatchObject({
      code: 'NOT_A_REPORT',
    });
  });
});

describe('annual reports are read, however odd', () => {
  it.each([
    ['no year', '巴彦扎拉嘎乡政府信息公开工作年度报告'],
    ['words in another order', '政府信息公开工作2022年度报告'],
    ['doubled words', '2022年度云岭县水利局政府信息公开工作年度报告年度报告'],
    ['a title about publication', '云岭县水利局关于公布2024年政府信息公开工作年度报告的公告'],
    ['a title of another paper', '云岭县水利局2024年工作总结'],
    ['no title at all', ''],
  ])('%s', async (_, title) => {
    expect(await refusal(Buffer.from(reportPage({ title })))).toBeNull();
  });

  it('a report of zeros', async () => {
    expect(await refusal(Buffer.from(reportPage({ value: () => '0' })))).toBeNull();
  });

  it('blank tables of a real organ', async () => {
    expect(await refusal(Buffer.from(reportPage({ value: blank })))).toBeNull();
  });

  it('sections without tables: lost, or pictures', async () => {
    const text = `<h1>云岭县水利局2020年政府信息公开工作年度报告</h1><p>一、总体情况</p><p>${PROSE}</p><p>二、主动公开政府信息情况</p><img src=a.png><p>三、收到和处理政府信息公开申请情况</p><img src=b.png><p>五、存在的主要问题及改进情况</p><p>${PROSE}</p>`;
    expect(await refusal(page(text))).toBeNull();
  });

  it('a report without title or tables whose first sentence names the form and the notice', async () => {
    const text = `<p>根据《关于印发政府信息公开工作年度报告格式的通知》要求，编制本报告。</p><p>一、总体情况</p><p>${PROSE}</p><p>二、主动公开政府信息情况</p><p>${PROSE}</p><p>五、存在的主要问题及改进情况</p><p>${PROSE}</p><p>六、其他需要报告的事项</p><p>无。</p>`;
    expect(await refusal(page(text))).toBeNull();
  });

  it('a report beside links to other reports and an attachment of itself', async () => {
    const links =
      '<ul><li><a href=1>云岭县水利局2021年政府信息公开工作年度报告</a><li><a href=2>云岭县水利局2022年政府信息公开工作年度报告</a><li><a href=3>云岭县水利局2023年政府信息公开工作年度报告解读</a></ul>';
    const html = reportPage({
      frame: (a) => `${a}<p>附件：<a href=x.docx>报告.docx</a></p>${links}`,
    });
    expect(await refusal(Buffer.from(html))).toBeNull();
  });

  it('a report that mentions half a year, interpretations and notices in its text', async () => {
    const preamble =
      '根据通知要求，上半年开展政策解读12次，第一季度印发通知。统计期限自2024年1月1日起至2024年12月31日止。';
    expect(await refusal(Buffer.from(reportPage({ preamble })))).toBeNull();
  });
});
