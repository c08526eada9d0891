/** `2026-11-27 15:04:05`, of a moment in UTC as ISO 8601 has it. */
export function utcMoment(iso: string): string {
  return iso.slice(0, 19).replace('T', ' ')
}
