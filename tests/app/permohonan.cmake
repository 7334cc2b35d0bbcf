sipenduduk_test(app_permohonan_test LABEL gui GUI
    SOURCES
        ActionTest.cpp
        FormTest.cpp
        IndonesianTest.cpp
        KadinPageTest.cpp
        OfficerAtPage.h OfficerAtPage.cpp
        PageTest.cpp
        PermohonanOffice.h PermohonanOffice.cpp
        PreviewTest.cpp
        ReviewTest.cpp
        RolesTest.cpp
        SampleFiles.h SampleFiles.cpp
        SamplePermohonan.h SamplePermohonan.cpp
        ScreenTexts.h ScreenTexts.cpp
        SiakUploadTest.cpp
        SigningTest.cpp
    LIBRARIES sipenduduk_app_support sipenduduk_tte_verify PkgConfig::QPDF)
target_compile_definitions(app_permohonan_test PRIVATE
    SIPENDUDUK_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
