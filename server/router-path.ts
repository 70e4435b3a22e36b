/** '/api/races/{raceId}' → '/api/races/:raceId' */
export function routerPath(path: string): string {
  return path.replaceAll(/\{([A-Za-z]+)\}/g, ':$1')
}
