sipenduduk_test(app_permohonan_test LABEL gui GUI
    SOURCES
        ActionTest.cpp
        FormTest.cpp
        PageTest.cpp
        PermohonanOffice.h PermohonanOffice.cpp
        PreviewTest.cpp
        ReviewTest.cpp
        SampleFiles.h SampleFiles.cpp
        SamplePermohonan.h SamplePermohonan.cpp
        SigningTest.cpp
    LIBRARIES sipenduduk_app_support sipenduduk_tte_verify PkgConfig::QPDF)
