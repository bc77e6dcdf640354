import { runs } from './letters';

before(() => console.log(`    seed ${runs.seed}, ${runs.numRuns} runs; PROPERTY_SEED and PROPERTY_RUNS set others`));
