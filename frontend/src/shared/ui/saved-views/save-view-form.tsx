import { Checkbox, Form, Input, Modal, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../feedback/problem-alert';
import { type SavedView, useSaveView, type ViewContent } from './queries';

type Props = {
  list: string;
  content: Pick<ViewContent, 'query' | 'columns'>;
  onClose: () => void;
  onSaved: (view: SavedView) => void;
};
type Values = Pick<ViewContent, 'name' | 'visibility' | 'is_default'>;

export default function SaveViewForm({ list, content, onClose, onSaved }: Props) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const save = useSaveView(list);
  const submit = async (values: Values) => {
    const view = await save.mutateAsync({ view: null, content: { ...values, ...content } }).catch(() => null);
    if (!view) return;
    onSaved(view);
    onClose();
  };
  return (
    <Modal
      open
      title={t('views.saveAs')}
      okText={t('action.save')}
      cancelText={t('action.cancel')}
      confirmLoading={save.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        initialValues={{ visibility: 'PRIVATE', is_default: false }}
        onFinish={submit}
      >
        {save.isError ? <ProblemAlert error={save.error} compact /> : null}
        <Form.Item
          name="name"
          label={t('views.name')}
          rules={[{ required: true, whitespace: true, max: 60 }]}
        >
          <Input autoFocus maxLength={60} />
        </Form.Item>
        <Form.Item name="visibility" label={t('views.visibility')}>
          <Radio.Group
            options={[
              { value: 'PRIVATE', label: t('views.PRIVATE') },
              { value: 'TEAM', label: t('views.TEAM') },
            ]}
          />
        </Form.Item>
        <Form.Item name="is_default" valuePropName="checked">
          <Checkbox>{t('views.makeDefault')}</Checkbox>
        </Form.Item>
      </Form>
    </Modal>
  );
}
