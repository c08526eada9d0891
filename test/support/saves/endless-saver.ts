import { writeSync } from 'node:fs'
import { SAVES } from './saves.ts'

/** Saves one kind of file again and again until it is killed, and says after each time that it has. */
const [, , kind = '', folder = '', first = '0'] = process.argv
const save = SAVES[kind]?.save
if (save === undefined) throw new Error(`nothing is called ${kind}`)
writeSync(1, 'begins\n')
for (let round = Number(first); ; round += 1) {
  await save(folder, round)
  writeSync(1, `${round}\n`)
}
