import type { ExportFormat } from '#shared/exporters/export-format.ts'

/** Mailwright's own, for scripts. Stable: members are added, and none is renamed. */
export const json: ExportFormat = {
  name: 'json',
  program: 'JSON',
  fileName: 'mail.json',
  limits: () => [],
  carries: () => true,
  write: ({ address, services, oauth }) =>
    `${JSON.stringify(
      {
        schema: 1,
        address: address.ascii,
        services: services.map(({ endpoint, userName, signIn, slot }) => ({
          ...endpoint,
          userName,
          signIn,
          password: signIn === 'password' ? slot : null,
        })),
        oauth,
      },
      null,
      2,
    )}\n`,
}
