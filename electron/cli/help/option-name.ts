import type { CommandOption } from '#cli/command-option.ts'

/** An option as it is typed, with what stands for its value: `-h, --help`, `--out FILE`. */
export function optionName(name: string, { short, value }: CommandOption): string {
  const long = value === undefined ? `--${name}` : `--${name} ${value}`
  return short === undefined ? long : `-${short}, ${long}`
}
