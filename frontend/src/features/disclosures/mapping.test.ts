import { describe, expect, it } from 'vitest';
import { formValues, inputOf, laidOver, placeOf } from './mapping';
import { requested } from './testing/samples';

describe('a disclosure in the form', () => {
  it('comes back as it was', () => {
    expect(inputOf(formValues(requested))).toEqual({
      recipient_kind: 'PARTNER',
      recipient: '四川天府物流有限公司',
      purpose: '联合投标所需的业绩证明',
      ground: 'CONSENT',
      legal_basis: null,
      sections: ['BASIC', 'PURCHASES'],
      form: 'PAPER',
      files: [
        {
          client_id: 'c1',
          consent: { given_by: '周建平，总经理', given_on: '2026-11-20', attachment_id: 'a1' },
        },
      ],
    });
  });

  it('names no recipient where it is the client, and asks nobody where a law does', () => {
    const values = formValues(requested);
    expect(inputOf({ ...values, recipient_kind: 'CLIENT' }).recipient).toBeNull();
    const law = inputOf({ ...values, ground: 'LAW', legal_basis: '数据安全法第三十五条' });
    expect(law).toMatchObject({ legal_basis: '数据安全法第三十五条', files: [{ client_id: 'c1' }] });
    expect(inputOf({ ...values, legal_basis: '还没删的法律依据' }).legal_basis).toBeNull();
  });

  it('asks for another paper where the one was withdrawn', () => {
    const [file] = requested.files;
    if (!file?.consent) throw new Error('the sample has a consent');
    const gone = { ...file, consent: { ...file.consent, attachment_removed: true } };
    expect(inputOf(formValues({ ...requested, files: [gone] })).files[0]?.consent?.attachment_id).toBe('');
  });

  it('changes one consent and keeps the others', () => {
    const both = laidOver(
      { consent: { c1: { given_by: '周' }, c2: { given_by: '王', given_on: '2026-11-20' } } },
      { consent: { c2: { given_by: '李' } } },
    );
    expect(both.consent).toEqual({ c1: { given_by: '周' }, c2: { given_by: '李', given_on: '2026-11-20' } });
  });

  it('finds the field that the service speaks of', () => {
    expect(placeOf('/purpose', ['c1'])).toBe('/purpose');
    expect(placeOf('/files/1/consent/attachment_id', ['c1', 'c2'])).toBe('/consent/c2/attachment_id');
    expect(placeOf('/files/0/client_id', ['c1'])).toBe('/chosen');
    expect(placeOf('/files', ['c1'])).toBe('/chosen');
  });
});
