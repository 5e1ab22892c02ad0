/** SQL for the day on which the original of the photo `ph` of the proposal `p` may go: the municipality's rule goes before the house's. */
export const originalDueOn = `coalesce(
  ((ph.redacted_at AT TIME ZONE 'Europe/Stockholm')::date + make_interval(years => (
    SELECT rule.years FROM retention_rules rule WHERE rule.municipality_id = p.municipality_id AND rule.type = 'photo-original')))::date,
  ph.original_dispose_after)`;
