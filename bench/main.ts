import { benchChat } from './chat.ts'
import { benchFirestore } from './firestore.ts'
import { benchRest } from './rest.ts'
import { benchReview } from './review.ts'
import { benchSeason } from './season.ts'
import { commandLine } from '../server/command-line.ts'

const usage = `Usage: npm run bench -- season [--data FOLDER] [--scales 1,10,100]
       npm run bench -- rest
       npm run bench -- chat
       npm run bench -- review [--answers 100000]
       npm run bench -- firestore [--data FOLDER]

  --data FOLDER   the real season's timing files (default: REAL_SEASON)
  --scales LIST   sizes of the demo season that are measured
  --answers N     answers that are stored before anything is measured`

const { values, positionals } = commandLine(
  {
    allowPositionals: true,
    options: {
      data: { type: 'string' },
      scales: { type: 'string', default: '1,10,100' },
      answers: { type: 'string', default: '100000' },
    },
  },
  usage,
)

switch (positionals[0] ?? '') {
  case 'season': {
    const scales = values.scales.split(',').map(Number)
    say(await benchSeason(values.data ?? process.env['REAL_SEASON'], scales))
    break
  }
  case 'rest':
    say(await benchRest())
    break
  case 'chat':
    say(await benchChat())
    break
  case 'firestore':
    say(await benchFirestore(values.data ?? process.env['REAL_SEASON']))
    break
  case 'review':
    say(await benchReview(Number(values.answers)))
    break
  default:
    process.stderr.write(`${usage}\n`)
    process.exitCode = 2
}

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}
