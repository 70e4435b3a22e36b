const incidentShare = 0.03

/** A clean lap more than 3 % over the car's pace, both with the track taken out (D20): something happened on it. */
export function isIncident(correctedMs: number, paceMs: number): boolean {
  return correctedMs - paceMs > incidentShare * paceMs
}
