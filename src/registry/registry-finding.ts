import { registryRules } from '../format/registry-rules.js';
import type { RegistryRule } from '../format/registry-rules.js';
import type { Finding } from '../format/report.js';
import type { InferredAgency } from './infer-agency.js';
import type { RegionTree } from './region-tree.js';

/** Findings on who reports and where it belongs, as structured as those on figures. */

type Message = Finding['message'];

const finding = (code: RegistryRule['code'], message: Message): Finding => ({
  check: code,
  severity: registryRules.find((r) => r.code === code)?.severity ?? 'WARNING',
  message,
  left: null,
  right: null,
  difference: null,
  breaks: [],
  cells: [],
  repair: [],
  fault: null,
  cause: null,
});

const LISTED = 4;

const listed = (codes: readonly string[], tree: RegionTree): string[] =>
  codes.slice(0, LISTED).flatMap((code) => {
    const region = tree.find(code);
    return region ? [`${tree.fullName(region)}（${code}）`] : [];
  });

/** G1 or G3 for what inference left open; null where nothing is. */
export const regionFinding = (
  name: string,
  inferred: InferredAgency,
  tree: RegionTree,
): Finding | null => {
  if (inferred.reason === 'CONTRADICTED') return contradicted(name, inferred, tree);
  return inferred.regionCode === null ? undecided(name, inferred, tree) : null;
};

const undecided = (name: string, { candidates }: InferredAgency, tree: RegionTree): Finding => {
  const regions = listed(candidates, tree);
  const more = candidates.length > LISTED ? ' …' : '';
  if (regions.length === 0) {
    return finding('G1', {
      ZH: `机关“${name}”的名称未指明已知的地区，所在地区留空；请在导入清单中写明地区代码。`,
      EN: `The name ${name} does not say a known region; its region is left open. State the region's code in the manifest.`,
    });
  }
  return finding('G1', {
    ZH: `机关“${name}”所称地区不止一个：${regions.join('、')}${more}，所在地区留空；请在导入清单中写明地区代码。`,
    EN: `The name ${name} may mean several regions: ${regions.join(', ')}${more}; its region is left open. State the region's code in the manifest.`,
  });
};

const contradicted = (name: string, inferred: InferredAgency, tree: RegionTree): Finding => {
  const named = listed(inferred.candidates, tree).join('、');
  const [hinted] = listed(inferred.regionCode === null ? [] : [inferred.regionCode], tree);
  return finding('G3', {
    ZH: `机关“${name}”的名称指向${named}，清单所述地区为${hinted ?? '未知'}；按清单归属。`,
    EN: `The name ${name} means ${named}, the manifest says ${hinted ?? 'an unknown region'}; the manifest was followed.`,
  });
};

/** G2: an undecided agency was found by its name alone. */
export const sameNameFinding = (name: string): Finding =>
  finding('G2', {
    ZH: `机关“${name}”所在地区未定，按名称归入已有的同名机关；若是另一机关，请在导入清单中写明地区代码。`,
    EN: `The region of ${name} is undecided; it was taken for the known agency of that name. If it is another, state its region's code in the manifest.`,
  });

/** G4: the report's code is registered for an agency that has another name. */
export const foreignCodeFinding = (name: string, code: string, owner: string): Finding =>
  finding('G4', {
    ZH: `“${name}”的报告所载统一社会信用代码 ${code} 属于“${owner}”；未按代码归属。`,
    EN: `The report of ${name} carries the unified social credit code ${code}, which belongs to ${owner}; the code was not followed.`,
  });

/** G4: the agency is registered under another code. */
export const otherCodeFinding = (name: string, code: string, known: string): Finding =>
  finding('G4', {
    ZH: `“${name}”登记的统一社会信用代码为 ${known}，报告所载为 ${code}。`,
    EN: `${name} is registered under the unified social credit code ${known}; the report carries ${code}.`,
  });
