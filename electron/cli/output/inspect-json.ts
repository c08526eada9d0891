import type { EndpointResult } from '#shared/finding/check-result.ts'
import { fixProblemWords } from '#shared/i18n/fix-words.ts'
import { inspectProblemWords } from '#shared/i18n/profile-words.ts'
import { settingWords } from '#shared/i18n/setting-words.ts'
import type { Translator } from '#shared/i18n/translator.ts'
import type { ProgramService } from '#shared/programs/program-account.ts'
import { READERS, type ReadableClient } from '#shared/programs/readers/readers.ts'
import type { SettingFinding } from '#shared/programs/setting-finding.ts'
import type { ProfileFix } from '#cli/inspect/fix-programs.ts'
import type { TestedAccount, TestedProfile } from '#cli/inspect/inspected.ts'
import { endpointJson } from '#cli/output/check-json.ts'

/** The JSON of `inspect`: a stable interface. */
export function inspectJson(
  profiles: readonly TestedProfile[],
  translator: Translator,
  fixes: readonly ProfileFix[] | null = null,
) {
  return {
    schema: 1,
    programs: profiles.map(({ client, version, path, read, accounts }, at) => ({
      client,
      version,
      profile: path,
      error: read.ok ? null : inspectProblemWords(read.error, READERS[client].program, translator.t),
      notes: read.ok ? read.value.notes : [],
      accounts: accounts.map((account) => accountJson(account, client, translator)),
      ...(fixes === null ? {} : { fix: fixJson(fixes[at], READERS[client].program, translator) }),
    })),
  }
}

function fixJson(fix: ProfileFix | undefined, program: string, { t }: Translator) {
  if (fix === undefined) return null
  const { changes, backup, error } = fix
  return {
    written: backup !== null,
    changes,
    backup,
    error: error === null ? null : fixProblemWords(error, program, t),
  }
}

function accountJson(
  { account, results, findings }: TestedAccount,
  client: ReadableClient,
  translator: Translator,
) {
  return {
    name: account.name,
    address: account.address,
    endpoints: account.services.map((service) => serviceJson(service, results, translator)),
    findings: findings.map((finding) => settingJson(finding, client, translator)),
  }
}

/** As in the JSON of `check`, with what the program has; `verdict` is null where nothing was tested. */
function serviceJson(
  { protocol, host, port, encryption, userName, method, certificate }: ProgramService,
  results: readonly EndpointResult[],
  { t }: Translator,
) {
  const result = results.find(({ endpoint }) => endpoint.protocol === protocol)
  const tested = result === undefined ? { verdict: null } : endpointJson(result, t)
  return {
    ...tested,
    protocol,
    host,
    port,
    security: encryption,
    userName,
    authentication: method,
    certificate,
  }
}

function settingJson(finding: SettingFinding, client: ReadableClient, translator: Translator) {
  const { code, severity, turn, protocol, field, has, should, live } = finding
  const { title, explanation, place } = settingWords(finding, client, READERS[client].program, translator)
  const actions = live?.actions ?? []
  return { code, severity, turn, protocol, field, has, should, title, explanation, place, actions }
}
