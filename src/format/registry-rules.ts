import type { Language } from './form.js';
import type { Severity } from './report.js';

/** What finding an agency and its region leaves open; the findings come from the registry, the words for them stand here. */
export interface RegistryRule {
  code: 'G1' | 'G2' | 'G3' | 'G4';
  severity: Severity;
  title: Readonly<Record<Language, string>>;
  formula: Readonly<Record<Language, string>>;
  basis: string;
}

export const registryRules: readonly RegistryRule[] = [
  {
    code: 'G1',
    severity: 'WARNING',
    title: { ZH: '所在地区未定', EN: 'Region undecided' },
    formula: {
      ZH: '机关名称、统一社会信用代码和导入清单合起来指向唯一的地区',
      EN: 'Name, unified social credit code and manifest together mean exactly one region',
    },
    basis: 'GB/T 2260：28 个县级名称为数县共有，名称本身不足以确定地区',
  },
  {
    code: 'G2',
    severity: 'WARNING',
    title: { ZH: '归入同名机关', EN: 'Taken for an agency of the same name' },
    formula: {
      ZH: '地区未定的机关，仅凭名称与已有机关对应',
      EN: 'An agency of undecided region was matched by its name alone',
    },
    basis: '政府信息公开条例第四条：各机关编制本机关的年度报告',
  },
  {
    code: 'G3',
    severity: 'WARNING',
    title: { ZH: '名称与清单所述地区不符', EN: 'Name and manifest differ on the region' },
    formula: {
      ZH: '名称所称地区位于清单所述地区之内，或包含该地区',
      EN: 'The region in the name lies within the manifest’s region or contains it',
    },
    basis: 'GB/T 2260',
  },
  {
    code: 'G4',
    severity: 'WARNING',
    title: { ZH: '统一社会信用代码与机关不符', EN: 'Unified social credit code of another agency' },
    formula: {
      ZH: '一个统一社会信用代码只属于一个机关',
      EN: 'A unified social credit code belongs to one agency',
    },
    basis: 'GB 32100-2015',
  },
];
