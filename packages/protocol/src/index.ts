export * from './constants.ts'
export { DEFAULT_STAGES } from './default-stages.ts'
export { toPrompt } from './default-wording.ts'
export { Audience, Channel, Environment, isScaleOf, Key, Kind, Locale, LocalizedText, Phase, toScaleSteps } from './kind.ts'
export { PROBLEMS, Problem, type ProblemCode, toProblemType } from './problem.ts'
export { Formula, LiveFrame, Report, Score, StageReport, Tally, TouchpointReport } from './report.ts'
export {
  BatchResult,
  ImportBatch,
  Response,
  ResponseBatch,
  ResponseId,
  ResponsePage,
  ResponseResult,
  ResponseSource,
  ResponseState,
  StoredResponse,
} from './response.ts'
export {
  Frequency,
  Prompt,
  PromptDefinition,
  PromptWording,
  Site,
  SiteDefinition,
  type SiteDefinitionInput,
  SitePrompts,
  Stage,
  Touchpoint,
} from './site.ts'
