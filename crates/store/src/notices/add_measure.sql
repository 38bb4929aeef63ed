INSERT INTO measures (
    id, notice, line, last_line, page, number, section, title, text, leads, co_units, section_leads, unit_basis,
    deadline_raw, due, deadline_kind, milestones, validity_raw, validity_until, proposal_raw, proposal_due, class,
    indicators, people, columns, provenance, doubts, doubt_count
)
VALUES (
    :id, :notice, :line, :last_line, :page, :number, :section, :title, :text, :leads, :co_units, :section_leads, :unit_basis,
    :deadline_raw, :due, :deadline_kind, :milestones, :validity_raw, :validity_until, :proposal_raw, :proposal_due, :class,
    :indicators, :people, :columns, :provenance, :doubts, :doubt_count
)
