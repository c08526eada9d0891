/**
 * A day such as `2027-01-01` as the moment that is written as that day wherever the reader is: as a moment in
 * universal time it would be the day before in America. `null` for what is no day.
 */
export function dayForReader(day: string): Date | null {
  const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day) ?? []
  return year === undefined ? null : new Date(Number(year), Number(month) - 1, Number(date))
}
