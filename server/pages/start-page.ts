import type { Middleware } from 'koa'
import { formatDate } from '#core/domain/date-text.ts'
import type { RaceDocument } from '#core/protocol/documents/race-document.ts'
import type { TrackDocument } from '#core/protocol/documents/track-document.ts'
import type { Progress } from '#core/protocol/rest/health-answer.ts'
import type { CurrentReader } from '../current-reader.ts'
import { createSeason } from '../season.ts'
import { escapeHtml } from './html.ts'

type StartPageOptions = {
  readonly currentReader: CurrentReader
  readonly progress: () => Progress | undefined
}

/** What this is, what season it serves, and where the API begins. */
export function startPage({ currentReader, progress }: StartPageOptions): Middleware {
  return async (ctx) => {
    const reader = await currentReader()
    ctx.set('Cache-Control', 'no-cache')
    ctx.type = 'html'
    if (reader === undefined) {
      // The page asks again by itself until there is something to show.
      ctx.set('Refresh', '2')
      ctx.body = page(startingHtml(progress()))
      return
    }
    const season = createSeason(reader)
    ctx.body = page(seasonHtml(await season.tracks(), await season.races()))
  }
}

function page(main: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>KaizenLap</title>
<link rel="stylesheet" href="/start-page.css">
</head>
<body>
<h1>KaizenLap</h1>
<p>Race timing as coaching that a driver can trust.</p>
<main>
${main}
</main>
<p><a href="/api/openapi.json">API</a> · <a href="/api/races">Races</a> · <a href="/health">Health</a></p>
</body>
</html>
`
}

function startingHtml(progress: Progress | undefined): string {
  const text = progress?.text ?? 'Publish one with: npm run season'
  return `<p>No season is published yet. ${escapeHtml(text)}</p>`
}

function seasonHtml(tracks: readonly TrackDocument[], races: readonly RaceDocument[]): string {
  const invented = races.some((race) => race.isInvented)
    ? '<p class="invented">Invented season: nobody drove these laps.</p>\n'
    : ''
  const items = tracks.map((track) => trackHtml(track, races)).join('\n')
  return `${invented}<ul>\n${items}\n</ul>`
}

function trackHtml(track: TrackDocument, races: readonly RaceDocument[]): string {
  const own = races.filter((race) => race.trackId === track.trackId).map(raceHtml)
  const list = own.length === 0 ? '' : `<ul>${own.join('')}</ul>`
  return `<li><a href="/api/tracks/${track.trackId}">${escapeHtml(track.name)}</a>${list}</li>`
}

function raceHtml(race: RaceDocument): string {
  const date = race.date === null ? '' : `, ${formatDate(race.date)}`
  const link = `<a href="/api/races/${race.raceId}/cars">Race ${race.raceNumber}</a>`
  return `<li>${link}${escapeHtml(date)}, ${race.cars.length} cars, ${race.laps} laps</li>`
}
