(
    instr(n.title, :words) OR instr(coalesce(n.notice_title, ''), :words)
    OR instr(coalesce(n.number, ''), :words) OR instr(n.issuers, :words)
)
