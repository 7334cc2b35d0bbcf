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
        SigningBatchTest.cpp
        SigningPageTest.cpp
        SigningTest.cpp
        TokenSigningTest.cpp
        KadinSigningDesk.h KadinSigningDesk.cpp
        ${PROJECT_SOURCE_DIR}/tests/support/TokenStore.h
        ${PROJECT_SOURCE_DIR}/tests/support/TokenStore.cpp
        ${PROJECT_SOURCE_DIR}/tests/tte/HttpPeer.h ${PROJECT_SOURCE_DIR}/tests/tte/HttpPeer.cpp
        ${PROJECT_SOURCE_DIR}/tests/tte/TestAuthority.h
        ${PROJECT_SOURCE_DIR}/tests/tte/TestAuthority.cpp
        ${PROJECT_SOURCE_DIR}/tests/tte/TestTsa.h ${PROJECT_SOURCE_DIR}/tests/tte/TestTsa.cpp
        ${PROJECT_SOURCE_DIR}/tests/tte/TteSupport.h ${PROJECT_SOURCE_DIR}/tests/tte/TteSupport.cpp
    LIBRARIES sipenduduk_app_support sipenduduk_tte_verify PkgConfig::P11KIT PkgConfig::QPDF
        ${CMAKE_DL_LIBS})
target_compile_definitions(app_permohonan_test PRIVATE
    SIPENDUDUK_SOURCE_DIR="${PROJECT_SOURCE_DIR}"
    SIPENDUDUK_TOKEN_PROXY="$<TARGET_FILE:sipenduduk_token_proxy>")
add_dependencies(app_permohonan_test sipenduduk_token_proxy)
