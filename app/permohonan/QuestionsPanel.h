#pragma once

#include <QMap>
#include <QScrollArea>

class QCheckBox;
class QRadioButton;

namespace sipenduduk {

struct Layanan;

/// The conditions of a service as plain yes/no questions, and the FO's word that the answers
/// agree with the berkas.
class QuestionsPanel : public QScrollArea
{
    Q_OBJECT

public:
    explicit QuestionsPanel(QWidget *parent = nullptr);

    /// Builds the questions anew.
    void setLayanan(const Layanan &layanan);
    void setAnswers(const QMap<QString, bool> &answers, bool isConfirmed);
    void setReadOnly(bool isReadOnly);
    [[nodiscard]] int questionCount() const { return int(m_questions.size()); }
    [[nodiscard]] int openCount() const; ///< questions without an answer

Q_SIGNALS:
    /// By a person; `key` is that of conditionKey().
    void answered(const QString &key, bool isYes);
    void confirmed(bool isConfirmed);

private:
    struct Question
    {
        QRadioButton *yes;
        QRadioButton *no;
    };

    void addQuestion(QWidget *body, const QString &key, const QString &text);
    void updateConfirmBox();

    QMap<QString, Question> m_questions;
    QCheckBox *m_confirmBox = nullptr;
    bool m_isReadOnly = false;
};

} // namespace sipenduduk
