import { existsSync, readFileSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { PROVIDERS } from '../../shared/catalogue/providers.ts'
import type { IsoDate } from '../../shared/catalogue/source.ts'
import { IMPORTED } from '../../shared/imported/records.ts'
import { DEFAULT_LIMITS } from '../../electron/engine/limits.ts'
import { tcpDialer } from '../../electron/engine/net/dial.ts'
import { createResolver } from '../../electron/engine/net/resolver.ts'
import { systemClock } from '../../electron/engine/system-clock.ts'
import { createTrustStore } from '../../electron/engine/tls/trust.ts'
import { inRoot } from '../lib/paths.ts'
import { lookAround } from './check/look-around.ts'
import { proposal, reportText } from './check/proposal.ts'

const USAGE = 'npm run catalogue -- check [--only ID]... [--dns HOST:PORT] [--out FOLDER]\n'

/** Asks the hosts of the catalogue whether it still says the truth, and writes a report and a proposed change. */
export async function checkCommand(args: readonly string[]): Promise<number> {
  const options = readOptions(args)
  if (options === null) {
    process.stderr.write(USAGE)
    return 2
  }
  const { only, dns, out } = options
  const looked = {
    providers: PROVIDERS.filter(({ id }) => only.length === 0 || only.includes(id)),
    imported: only.length === 0 ? IMPORTED : [],
  }
  const limits = DEFAULT_LIMITS
  const tools = {
    resolver: createResolver({ server: dns, timeoutMs: limits.dnsMs }),
    dialer: tcpDialer,
    proxy: null,
    trust: createTrustStore([]),
    clock: systemClock,
    limits,
  }
  const date = systemClock.date().toISOString().slice(0, 10) as IsoDate
  const { signal } = new AbortController()
  const onAsked = (name: string) => process.stderr.write(`${name}\n`)
  const report = await lookAround(looked, tools, { date, signal, onAsked })
  process.stdout.write(reportText(report))
  if (out !== null) {
    await mkdir(out, { recursive: true })
    await writeFile(join(out, 'report.json'), `${JSON.stringify(report, null, 2)}\n`)
    await writeFile(join(out, 'proposal.patch'), proposal(report, readEntry))
  }
  return report.differences.length === 0 ? 0 : 1
}

function readEntry(id: string): string | null {
  const path = inRoot('shared/catalogue/providers', `${id}.ts`)
  return existsSync(path) ? readFileSync(path, 'utf8') : null
}

function readOptions(args: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        only: { type: 'string', multiple: true },
        dns: { type: 'string' },
        out: { type: 'string' },
      },
    })
    return { only: values.only ?? [], dns: values.dns ?? null, out: values.out ?? null }
  } catch {
    return null
  }
}
