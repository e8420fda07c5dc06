/** Milliseconds of an ISO 8601 duration; undefined for anything else. */
export function milliseconds(duration: unknown): number | undefined {
  const match = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?$/i.exec(String(duration))
  if (match === null) return undefined
  const [hours, minutes, seconds] = match.slice(1).map((part) => Number(part ?? 0))
  return ((hours! * 60 + minutes!) * 60 + seconds!) * 1000
}
