/** SQL for degrees, east and north, that hold so many metres at the latitude of a position, and a little more: a box to look in first. */
export const reach = (metres: number, position: string): string =>
  `${String(metres / 100_000)} / cos(radians(ST_Y(${position}))), ${String(metres / 100_000)}`;
