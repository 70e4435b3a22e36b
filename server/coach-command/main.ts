import { randomBytes } from 'node:crypto'
import type { Coach, CoachStore } from '#core/ports/coach-store.ts'
import { StoreUnusable } from '#core/ports/document-store.ts'
import { CannotStart } from '../cannot-start.ts'
import { BadConfig, readConfig } from '../config.ts'
import { closeConversations, openConversations } from '../open-stores.ts'
import { commandLine } from '../command-line.ts'
import { createSecret, hashOf } from '../review/secrets.ts'

const usage = `Usage: npm run coach -- add NAME       a new coach; the token is shown once
       npm run coach -- list           who may review, and who might once
       npm run coach -- revoke NAME    signs a coach out everywhere, for good

NAME is what drivers read beside a correction. The coaches are those of STORE.`

const { positionals } = commandLine({ allowPositionals: true, options: {} }, usage)
const [command = '', ...words] = positionals
const name = words.join(' ').trim()

async function run(coaches: CoachStore): Promise<number> {
  if (command === 'list') return await list(coaches)
  if (name === '') return complain(usage, 2)
  if (command === 'add') return await add(coaches)
  if (command === 'revoke') return await revoke(coaches)
  return complain(usage, 2)
}

async function add(coaches: CoachStore): Promise<number> {
  if (name.length > 40) return complain('A name has at most 40 characters.', 1)
  const token = createSecret(randomBytes)
  const id = Buffer.from(randomBytes(9)).toString('base64url')
  const createdAt = new Date().toISOString()
  if (!(await coaches.add({ id, name, keyHash: hashOf(token), createdAt }))) {
    return complain(`There is a coach called ${name} already: give another name.`, 1)
  }
  return say(`${name} signs in at /coach with this token, shown only now: ${token}`)
}

async function list(coaches: CoachStore): Promise<number> {
  const all = await coaches.coaches()
  if (all.length === 0) {
    return say('There are no coaches. The first is made at the first start, others with: add NAME')
  }
  const width = Math.max(...all.map((coach) => coach.name.length))
  return say(all.map((coach) => lineOf(coach, width)).join('\n'))
}

function lineOf({ name: called, createdAt, revokedAt }: Coach, width: number): string {
  const until = revokedAt === undefined ? '' : `, revoked ${revokedAt.slice(0, 10)}`
  return `${called.padEnd(width)}  since ${createdAt.slice(0, 10)}${until}`
}

async function revoke(coaches: CoachStore): Promise<number> {
  const all = await coaches.coaches()
  const coach = all.find((one) => one.name === name || one.id === name)
  if (coach === undefined) {
    const names = all.map((one) => one.name).join(', ')
    return complain(`There is no coach called ${name}; there are: ${names || 'none'}`, 1)
  }
  const isRevoked = await coaches.revoke(coach.id, new Date().toISOString())
  return say(
    isRevoked
      ? `${name} is signed out and may not review any more.`
      : `${name} was revoked before.`,
  )
}

function say(text: string): number {
  process.stdout.write(`${text}\n`)
  return 0
}

function complain(text: string, code: number): number {
  process.stderr.write(`${text}\n`)
  return code
}

async function main(): Promise<number> {
  if (!['add', 'list', 'revoke'].includes(command)) return complain(usage, 2)
  const stores = await openConversations(readConfig(process.env))
  try {
    return await run(stores.coaches)
  } finally {
    await closeConversations(stores)
  }
}

try {
  process.exitCode = await main()
} catch (error) {
  const isForPeople = [BadConfig, CannotStart, StoreUnusable].some((kind) => error instanceof kind)
  if (!isForPeople || !(error instanceof Error)) throw error
  process.exitCode = complain(error.message, 1)
}
