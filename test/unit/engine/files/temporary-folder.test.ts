import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { inRoot } from '../../../../scripts/lib/paths.ts'

test.each([
  ['is removed', 0, 'await folder.remove()'],
  ['comes to its end', 0, ''],
  ['leaves by process.exit', 4, 'process.exit(4)'],
  ['fails with an error that nothing catches', 1, 'setTimeout(() => { throw new Error("bug") })'],
  ['fails with a promise that nothing catches', 1, 'void Promise.reject(new Error("bug"))'],
  ['loses its output', 1, 'process.stdout.emit("error", new Error("EPIPE"))'],
])('a temporary folder goes with a run that %s', (_, status, ending) => {
  const words = `import { writeFileSync } from 'node:fs'
    import { createTemporaryFolder } from '#engine/files/temporary-folder.ts'
    const folder = createTemporaryFolder('mailwright-test-')
    writeFileSync(folder.path + '/file', '')
    process.stdout.write(folder.path)
    ${ending}`
  const run = spawnSync(process.execPath, ['--input-type=module', '-e', words], {
    cwd: inRoot(),
    encoding: 'utf8',
  })
  expect(run.status).toBe(status)
  expect(run.stdout).toContain('mailwright-test-')
  expect(existsSync(run.stdout)).toBe(false)
})
