import { spawn } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { newProcessName } from '#engine/files/process-name.ts'

/** The number of a process that has existed and does no longer. */
export async function endedProcess(): Promise<number> {
  const child = spawn(process.execPath, ['--version'], { stdio: 'ignore' })
  await new Promise((resolve) => child.once('exit', resolve))
  if (child.pid === undefined) throw new Error('no process was started')
  return child.pid
}

export async function lockOf(lock: string, name: string): Promise<void> {
  await mkdir(lock)
  await writeFile(join(lock, name), '')
}

/** As a process of this number would be called that began when this one did. */
export async function nameOf(id: number): Promise<string> {
  return (await newProcessName()).replace(/-\d+-/, `-${id}-`)
}
