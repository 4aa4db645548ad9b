/** True where a `source_document` holds personal data: by the reader's count, or by a finding of F13 in a report of it. */
export const HOLDS_PERSONAL_DATA = `exists (
    select from report of_source
      left join report_evidence on report_evidence.report_id = of_source.id
    where of_source.source_document_id = source_document.id
      and (coalesce((report_evidence.facts ->> 'personalData')::int, 0) > 0 or exists (
        select from finding where finding.report_id = of_source.id and finding.check_code = 'F13')))`;
