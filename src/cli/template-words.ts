/** What `nianbao template` says, in each language. */
export const templateWords = {
  template: {
    ZH: '生成填报用的 Excel 表：官方表格、自动合计、勾稽关系，并带入上年结转数',
    EN: 'write a workbook to be filled in: the official tables, sums as formulas, the relations, last year’s carried-out figures',
  },
  output: { ZH: '写入的文件', EN: 'the file to write' },
  agency: {
    ZH: '机关名称；上年报告已入库的，带入其结转数',
    EN: 'whose report; last year’s figures are filled in where its report is there',
  },
  region: {
    ZH: '机关所在地区代码，名称本身看不出时填写',
    EN: 'code of the region it lies in, where its name does not tell',
  },
} as const;
