import { getMetadataStorage, type ValidationError, type ValidatorConstraintInterface } from 'class-validator';
import type { FieldCode } from '../problem/codes.js';
import type { FieldFault, SentenceParams } from '../problem/refused.js';
import { joinField } from './text.js';

type Metadata = ReturnType<ReturnType<typeof getMetadataStorage>['getTargetValidationMetadatas']>[number];

/** How a validator's failure is told: the code, and what its arguments are called in the sentence. */
interface Telling {
  readonly code: FieldCode;
  readonly params?: (args: readonly unknown[]) => SentenceParams;
}

const bound = (name: 'min' | 'max') => (args: readonly unknown[]) => ({ [name]: Number(args[0]) });

/** From class-validator's names, the most basic fault first: of several, the first of this list is told. */
const tellings: Readonly<Record<string, Telling>> = {
  whitelistValidation: { code: 'unknown' },
  isDefined: { code: 'required' },
  isNotEmpty: { code: 'required' },
  isString: { code: 'notText' },
  isArray: { code: 'notAList' },
  isObject: { code: 'notAnObject' },
  nestedValidation: { code: 'notAnObject' },
  isBoolean: { code: 'notABoolean' },
  isNumber: { code: 'notANumber' },
  isInt: { code: 'notAnInteger' },
  isIn: { code: 'notOneOf', params: ([allowed]) => ({ allowed: allowed as (string | number | null)[] }) },
  isPosition: { code: 'notAPosition' },
  isPositionText: { code: 'notAPosition' },
  isBoxText: { code: 'notABox' },
  isBox: { code: 'notABox' },
  isLink: { code: 'notALink' },
  isUuid: { code: 'notAUuid' },
  isEmail: { code: 'notAnEmail' },
  isUrl: { code: 'notALink' },
  isIso8601: { code: 'notAMoment' },
  isRFC3339: { code: 'notAMoment' },
  isIsoDate: { code: 'notADate' },
  minLength: { code: 'tooShort', params: bound('min') },
  maxLength: { code: 'tooLong', params: bound('max') },
  min: { code: 'tooSmall', params: bound('min') },
  max: { code: 'tooLarge', params: bound('max') },
  arrayMinSize: { code: 'tooFew', params: bound('min') },
  arrayMaxSize: { code: 'tooMany', params: bound('max') },
  arrayUnique: { code: 'notUnique' },
  matches: { code: 'malformed' },
};
const order = Object.keys(tellings);

/** The fields that are wrong, from class-validator's tree of errors. One fault per field, lists item by item. */
export function fieldFaults(errors: readonly ValidationError[], parent = ''): FieldFault[] {
  return errors.flatMap((error) => {
    // An object whose class does not follow from the rest: what decides its class is told instead.
    if (error.constraints?.unknownValue) return [];
    const field = joinField(parent, error.property);
    const own = error.constraints ? faultsOf(error, field) : [];
    return [...own, ...fieldFaults(error.children ?? [], field)];
  });
}

function faultsOf(error: ValidationError, field: string): FieldFault[] {
  const names = Object.keys(error.constraints ?? {});
  const name = order.find((each) => names.includes(each)) ?? names[0] ?? '';
  if (error.value === undefined && name !== 'whitelistValidation') return [{ field, code: 'required' }];
  const metadata = metadataOf(error, name);
  const telling = tellings[name] ?? { code: 'invalid' };
  const code =
    telling.code === 'notAnInteger' && typeof error.value !== 'number' ? 'notANumber' : telling.code;
  const fault = { code, params: telling.params?.((metadata?.constraints ?? []) as unknown[]) };
  const items =
    metadata?.each && Array.isArray(error.value) ? wrongItems(metadata, error.value, error.target) : [];
  return items.length > 0 ? items.map((i) => ({ field: `${field}[${i}]`, ...fault })) : [{ field, ...fault }];
}

function metadataOf(error: ValidationError, name: string): Metadata | undefined {
  if (!error.target) return undefined;
  return getMetadataStorage()
    .getTargetValidationMetadatas(error.target.constructor, '', false, false)
    .find((each) => each.propertyName === error.property && (each.name ?? each.type) === name);
}

/** class-validator tells that some item of a list is wrong; which ones is asked again, item by item. */
function wrongItems(metadata: Metadata, list: readonly unknown[], target: object | undefined): number[] {
  const constraints = getMetadataStorage().getTargetValidatorConstraints(metadata.constraintCls);
  return list.flatMap((value, i) => {
    const wrong = constraints.some((constraint) => {
      const validator: ValidatorConstraintInterface = constraint.instance;
      const args = {
        value,
        constraints: metadata.constraints as unknown[],
        targetName: target?.constructor.name ?? '',
        object: target ?? {},
        property: metadata.propertyName,
      };
      return validator.validate(value, args) === false;
    });
    return wrong ? [i] : [];
  });
}
