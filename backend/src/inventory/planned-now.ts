/** SQL for measures as they are planned now: one that was taken back and planned anew is the last of its line. @param given of the measures `i` */
export const plannedNow = (given: string): string => `(WITH RECURSIVE again AS (
    SELECT i.id AS asked, i.id, i.planned_again_as, i.withdrawn_at FROM inventory_measures i WHERE ${given}
    UNION ALL SELECT again.asked, i.id, i.planned_again_as, i.withdrawn_at FROM again JOIN inventory_measures i ON i.id = again.planned_again_as)
  SELECT again.asked, again.id, again.withdrawn_at FROM again WHERE again.planned_again_as IS NULL)`;
