import type { EngineHandlers, OpenedAccount } from '#shared/contract/contract.ts'
import type { CancelSignal } from '#shared/contract/spec.ts'
import type { Discovery } from '#shared/discovery/discovery.ts'
import type { AccountTypeId } from '#shared/catalogue/account-types.ts'
import { parseEmailAddress } from '#shared/domain/email-address.ts'
import { pickLanguage } from '#shared/i18n/languages.ts'
import { fail, ok, type Outcome } from '#shared/outcome.ts'
import type { OpenedSetup } from '#engine/setup/open-account.ts'
import type { UseCases } from '#engine/use-cases.ts'

/** The calls of the contract as use cases: names and signals are translated here, and nothing is decided. */
export function handlersOf(useCases: UseCases): EngineHandlers {
  return {
    app: {
      describe: () => useCases.describe(),
      chooseView: ({ view }) => useCases.chooseView(view),
      open: ({ url }) => useCases.openPage(url),
      writeMail: ({ language, ...letter }) => useCases.writeMail(letter, pickLanguage([language])),
      savePdf: () => useCases.savePdf(),
      opened: (_, signal) => useCases.openedFiles(toAbortSignal(signal)),
    },
    network: {
      proxy: () => useCases.proxy(),
      chooseProxy: ({ proxy }) => useCases.chooseProxy(proxy),
    },
    discovery: {
      find: ({ address, accountType }, signal) => find(useCases, address, accountType, toAbortSignal(signal)),
    },
    setup: setupHandlers(useCases),
    clients: {
      kept: ({ issuerId }) => useCases.keptClient(issuerId),
      keep: ({ issuerId, id }) => useCases.keepClient(issuerId, id),
      check: (request, signal) => useCases.checkClient(request, toAbortSignal(signal)),
    },
    accounts: {
      list: () => useCases.accounts(),
      open: async (request, signal) => {
        const opened = await useCases.open(request, toAbortSignal(signal))
        return opened.ok ? ok(forPage(opened.value)) : opened
      },
      remove: (request) => useCases.remove(request),
    },
    programs: {
      list: () => useCases.programs(),
      preview: (request) => useCases.previewProfile(request),
      write: (request) => useCases.writeProfile(request),
      inspect: () => useCases.inspect({ client: null, path: null }),
      review: (request, signal) =>
        useCases.review({ ...request, signIn: 'sign-in', saved: 'use' }, toAbortSignal(signal)),
      testReview: (request, signal) => useCases.testReview(request, toAbortSignal(signal)),
      closeReview: ({ reviewId }) => {
        useCases.closeReview(reviewId)
        return null
      },
      undo: ({ profileId }) => useCases.undoProfile(profileId),
      previewFix: (request) => useCases.accountFixes.preview(request),
      tryFix: ({ reviewId }, signal) => useCases.tryFix(reviewId, toAbortSignal(signal)),
      writeFix: ({ previewId, ...request }) => useCases.accountFixes.write(request, previewId),
      undoFix: ({ profileId }) => useCases.accountFixes.undo(profileId),
    },
  }
}

function setupHandlers(useCases: UseCases): EngineHandlers['setup'] {
  return {
    confirm: (request) => useCases.confirm(request),
    offer: (request) => useCases.offer(request),
    authorize: (request, signal) => useCases.authorize(request, toAbortSignal(signal)),
    test: (request, signal) => useCases.test({ ...request, message: null }, toAbortSignal(signal)),
    sendTest: (request, signal) => sendTest(useCases, request, toAbortSignal(signal)),
    refusals: ({ setupId }) => useCases.refusals(setupId),
    save: (request) => useCases.save(request),
    saveExport: ({ language, ...request }) =>
      useCases.saveExport({ ...request, language: pickLanguage([language]) }),
    survey: ({ setupId }, signal) => useCases.survey(setupId, toAbortSignal(signal)),
    mechanisms: ({ setupId }, signal) => useCases.mechanisms(setupId, toAbortSignal(signal)),
    arrival: ({ setupId, message }, signal) => useCases.arrival(setupId, message, toAbortSignal(signal)),
    close: ({ setupId }) => {
      useCases.close(setupId)
      return null
    },
  }
}

/** An address that is none is left out rather than taken for the account's own: nothing is sent then. */
function sendTest(
  { test }: UseCases,
  {
    setupId,
    language,
    to,
  }: { readonly setupId: string; readonly language: string; readonly to: string | null },
  signal: AbortSignal,
) {
  const address = to === null ? null : parseEmailAddress(to)
  const recipient = address === null ? ok(null) : address
  const message = recipient.ok ? { language: pickLanguage([language]), to: recipient.value } : null
  return test({ setupId, credential: null, sending: null, protocols: null, message }, signal)
}

/** A page leads to a new sign-in, whatever was the matter with the old one. */
function forPage({ finding: _, ...opened }: OpenedSetup): OpenedAccount {
  return opened
}

async function* find(
  { discover }: UseCases,
  text: string,
  accountType: AccountTypeId | null,
  signal: AbortSignal,
): AsyncIterable<Outcome<Discovery, 'ADDR_INVALID'>> {
  const address = parseEmailAddress(text)
  if (!address.ok) {
    yield fail('ADDR_INVALID')
    return
  }
  const request = { address: address.value, accountType, network: 'ask' } as const
  for await (const snapshot of discover(request, signal)) yield ok(snapshot)
}

/** Handlers are given the platform-free signal of the contract; in every host it is an AbortSignal. */
function toAbortSignal(signal: CancelSignal): AbortSignal {
  if (signal instanceof AbortSignal) return signal
  const controller = new AbortController()
  if (signal.aborted) controller.abort()
  signal.addEventListener('abort', () => controller.abort(), { once: true })
  return controller.signal
}
