import outcomesOfAProvince from './examples/1-outcomes-of-a-province.graphql?raw';
import refusalsByPrefecture from './examples/2-refusals-by-prefecture.graphql?raw';
import fiveYearsOfAnAgency from './examples/3-five-years-of-an-agency.graphql?raw';
import oneSectorAcrossAProvince from './examples/4-one-sector-across-a-province.graphql?raw';
import findingsOfACity from './examples/5-findings-of-a-city.graphql?raw';
import oneReportWithItsCells from './examples/6-one-report-with-its-cells.graphql?raw';

/** The tabs a newcomer finds open, each a question with a telling answer on the sample data. */
export const examples = [
  outcomesOfAProvince,
  refusalsByPrefecture,
  fiveYearsOfAnAgency,
  oneSectorAcrossAProvince,
  findingsOfACity,
  oneReportWithItsCells,
].map((query) => ({ query }));
