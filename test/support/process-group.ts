import { execFileSync } from 'node:child_process'

export interface GroupMember {
  readonly pid: number
  readonly command: string
}

/** What runs in a process group; a process that has ended and was not waited for yet does not count. */
export function membersOf(group: number): readonly GroupMember[] {
  const columns = ['pid=', 'pgid=', 'stat=', 'args='].flatMap((name) => ['-o', name])
  return execFileSync('ps', ['-A', ...columns], { encoding: 'utf8' })
    .split('\n')
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(\S+)\s+(.*)$/.exec(line) ?? [])
    .filter(([, , pgid, stat = 'Z']) => Number(pgid) === group && !stat.startsWith('Z'))
    .map(([, pid, , , command = '']) => ({ pid: Number(pid), command }))
}

/** Ends all of it, whatever is left. */
export function killGroup(group: number): void {
  try {
    process.kill(-group, 'SIGKILL')
  } catch {}
}
