/** Of Chromium and of Node: each of them lets another process look into this one, or says how. */
const DEBUGGING =
  /^-{1,2}(?:remote-debugging-[a-z-]+|remote-allow-origins|inspect(?:-[a-z-]+)?|debug(?:-[a-z-]+)?)(?==|$)/i

/**
 * SECURITY: another process that can start this program with a switch could read the password as it is typed,
 * through a port that any process on this computer can connect to. The fuses take care of Node's switches only.
 * @param has whether Chromium has taken a switch: it reads its own command line, on Windows with `/` too
 * @returns the switch, `null` for none
 */
export function debuggingSwitch(args: readonly string[], has: (name: string) => boolean): string | null {
  const named = args.map((arg) => DEBUGGING.exec(arg)?.[0]).find((name) => name !== undefined)
  const taken = ['remote-debugging-port', 'remote-debugging-pipe', 'remote-debugging-address'].find(has)
  return named ?? (taken === undefined ? null : `--${taken}`)
}
