import { placeWithTable } from '../format/place.js';
import type { FilledForm } from '../format/report.js';
import { addressOf, countOf } from './cells.js';
import { ruleOf } from './definition.js';
import type { CheckContext, Outcome } from './definition.js';
import { finding, listed } from './finding.js';
import { isGovernment, isGovernmentOffice } from './subject.js';

/**
 * F10: 规章 are made by departments of the State Council (立法法 art. 91) and by the governments of provinces, cities
 * with districts and autonomous prefectures (art. 93); not by counties, townships or local departments.
 */

const hasPower = (form: FilledForm, context: CheckContext): boolean | null => {
  const { agencyKind, agencyLevel } = context;
  if (!agencyLevel) return null;
  if (agencyLevel === 'COUNTRY') return true;
  if (agencyLevel !== 'PROVINCE' && agencyLevel !== 'PREFECTURE') return false;
  if (isGovernmentOffice(form)) return true;
  return agencyKind ? isGovernment(form, context) : null;
};

const assess = (form: FilledForm, context: CheckContext): Outcome => {
  const cells = form.cells.filter(
    (c) => c.table === 'ACTIVE_DISCLOSURE' && c.row === 'regulations',
  );
  const stated = cells.filter((cell) => (countOf(cell) ?? 0) !== 0);
  if (cells.length === 0 || cells.every((cell) => cell.value === null)) {
    return {
      status: 'NOT_ASSESSABLE',
      reason: { ZH: '规章一行没有数字。', EN: 'No figure for regulations.' },
    };
  }
  const power = stated.length === 0 ? true : hasPower(form, context);
  if (power) return { status: 'PASS' };
  if (power === null) {
    return {
      status: 'NOT_ASSESSABLE',
      reason: { ZH: '不知机关的类别或层级。', EN: "The agency's kind or level is not known." },
    };
  }
  const each = listed(
    stated.map((cell) => {
      const place = placeWithTable(cell);
      return { ZH: `${place.ZH} ${cell.value ?? ''}`, EN: `${place.EN} ${cell.value ?? ''}` };
    }),
  );
  return {
    status: 'FAIL',
    findings: [
      finding({
        check: 'F10',
        severity: 'WARNING',
        message: {
          ZH: `${each.ZH}：该机关没有规章制定权。`,
          EN: `${each.EN}: this organ has no power to make regulations.`,
        },
        left: stated[0]?.value ?? null,
        right: '0',
        difference: stated[0]?.value ?? null,
        cells: stated.map(addressOf),
      }),
    ],
  };
};

const CELLS = { 'ACTIVE_DISCLOSURE/regulations/issued': '15' };

export const f10 = ruleOf(
  {
    code: 'F10',
    severity: 'WARNING',
    title: { ZH: '规章只由有权机关填报', EN: 'Regulations only where there is power to make them' },
    formula: {
      ZH: '没有规章制定权的机关，规章各栏为 0',
      EN: 'an organ without rule-making power reports 0 regulations',
    },
    basis: '《立法法》（2023）第九十一条、第九十三条',
  },
  {
    passes: {
      report: { cells: CELLS },
      context: { agencyKind: 'GOVERNMENT', agencyLevel: 'PREFECTURE' },
    },
    fails: {
      report: { cells: CELLS },
      context: { agencyKind: 'DEPARTMENT', agencyLevel: 'COUNTY' },
    },
  },
  assess,
);
